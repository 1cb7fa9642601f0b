/** Signs that XML 1.0 does not admit at all (https://www.w3.org/TR/xml/#charsets). */
const noXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Strangers' text with a blank for every sign that has no place in XML. */
export const xmlText = (text: string): string => text.replace(noXml, ' ');

/** Text of reports is strangers' text: it never becomes markup. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
