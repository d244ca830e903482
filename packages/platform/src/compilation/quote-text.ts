/** A text as an SQL literal: for names of types and orders, which are the schema's; what clients give is a parameter. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
