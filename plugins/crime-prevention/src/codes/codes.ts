import { codeLists } from '@phoihop/core';
import { CodeList } from './code-list.js';

/** The code lists of `data/codes.json`: their table, how they are loaded, and which entry is in force on a day. */
export const codes = codeLists<CodeList>({
  plugin: 'crime-prevention',
  of: 'crime prevention',
  lists: Object.values(CodeList),
  file: new URL('../../data/codes.json', import.meta.url),
  problem: 'CRIME_CODE_NOT_IN_FORCE',
});
