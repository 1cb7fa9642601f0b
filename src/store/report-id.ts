/** sha256 of the original's bytes, lower-case hex. The one name of a report, here, in the queue and in exports. */
export type ReportId = string;
