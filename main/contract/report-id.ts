/**
 * Names the form of a report. In a file of its own, so that a program that writes reports does not
 * load the library that checks them.
 */
export const REPORT_SCHEMA_ID = 'unblank.report/1';
