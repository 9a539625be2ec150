/** Whether tests that have a long form run in it: `test-at-length` says so, the suite keeps to the short one. */
export const isAtLength = process.env["TESTS_AT_LENGTH"] === "yes"
