const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text as the content or an attribute of XML or HTML. */
export const xml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]!);
