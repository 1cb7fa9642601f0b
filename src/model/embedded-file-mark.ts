/**
 * What the dictionary of a file in a PDF says of itself, never packed away: a PDF without it holds no files. Here, since
 * the commands look for it without loading the readers.
 *
 * @source ISO 32000-2, 7.11.4
 */
export const embeddedFileMark = '/EmbeddedFile';
