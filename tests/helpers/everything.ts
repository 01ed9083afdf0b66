/** Whether a run takes the time for every page, view and payload; otherwise it takes a share of each kind. */
export const EVERYTHING = process.env.ERRORBOOK_TESTS === 'all';
