/**
 * Property tests draw the same inputs in every run, so a red test is the change's and not the dice's.
 * `SLUICE_PROPERTY_SEED=<number>` explores others; a failure prints its seed.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SLUICE_PROPERTY_SEED ?? 20_261_111) });
