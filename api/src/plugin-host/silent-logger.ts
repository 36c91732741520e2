/** A logger that drops everything: for hosts and runtimes whose words nobody reads, such as those of the command line. */

const nothing = () => undefined;

export const silentLogger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
