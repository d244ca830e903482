/** For tests: answers in SQL, asked without a graph around them. */
import type { Locale, SqlObject } from '@phoihop/platform';

/** The JSON of an object that SQL answers, with values as the texts that clients get. */
export const jsonOf = ({ fields }: SqlObject, of: string, locale: Locale = 'vi'): string =>
  `json_build_object(${Object.entries(fields)
    .map(([name, one]) => {
      if ('id' in one) return `'${name}', (${one.id(of)})::text`;
      if (!('fields' in one)) return `'${name}', (${one.sql(of, locale)})::text`;
      const inner = jsonOf(one, of, locale);
      return `'${name}', ${one.exists ? `case when ${one.exists(of)} then ${inner} end` : inner}`;
    })
    .join(', ')})`;
