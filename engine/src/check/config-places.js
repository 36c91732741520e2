import { at } from "./pointer.js";
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** The schema of one property: declared by name, or by the pattern of a record. */
function propertySchema(schema, key) {
    const { properties, patternProperties } = schema;
    if (isRecord(properties) && Object.hasOwn(properties, key))
        return properties[key];
    const patterns = isRecord(patternProperties) ? Object.entries(patternProperties) : [];
    return patterns.find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
}
/** Every widget of a config that its schema accepts. */
export function configPlaces(schema, value, path = "") {
    if (!isRecord(schema) || value === undefined)
        return [];
    const widget = schema["x-widget"];
    const found = typeof widget === "string" ? [{ widget, value: value, path }] : [];
    if (Array.isArray(schema.anyOf))
        for (const branch of schema.anyOf)
            found.push(...configPlaces(branch, value, path));
    if (Array.isArray(value))
        value.forEach((item, index) => {
            found.push(...configPlaces(schema.items, item, at(path, index)));
        });
    else if (isRecord(value))
        for (const [key, item] of Object.entries(value))
            found.push(...configPlaces(propertySchema(schema, key), item, at(path, key)));
    return found;
}
//# sourceMappingURL=config-places.js.map