/** Error codes of this plugin with their messages; `{given}` and `{on}` are filled with the facts of the error. */
export const problems = {
  TREE_KIND_NOT_IN_FORCE: {
    vi: 'Loại cây {given} không có hiệu lực vào ngày {on}.',
    en: 'The kind of trees {given} was not in force on {on}.',
  },
} as const;
