/*
 * The ports on which commands serve, unless they get another with --port.
 */

/** A built site, and the site while it is edited. */
export const SITE_PORT = 4321;

/** The mock server. */
export const MOCK_PORT = 4010;
