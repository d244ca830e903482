/** Words of a type and of its fields, by schema coordinate. */
export const of = (
  type: string,
  description: string,
  fields: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  [type]: description,
  ...Object.fromEntries(Object.entries(fields).map(([field, text]) => [`${type}.${field}`, text])),
});

/** A thing that is kept, most of which may be invented. */
export const kept = (type: string, description: string, fields: Readonly<Record<string, string>>) =>
  of(type, description, { ...fields, demo: 'Được đặt ra để minh họa.' });

/** The same for what changes. */
export const changing = (type: string, description: string, fields: Readonly<Record<string, string>>) =>
  kept(type, description, { ...fields, version: 'Tăng sau mỗi lần sửa; gửi kèm khi sửa.' });

const key = { idempotencyKey: 'UUID để gửi lặp lại chỉ có một lần hiệu lực.' };

/** What a mutation takes. */
export const input = (type: string, description: string, fields: Readonly<Record<string, string>> = {}) =>
  of(type, description, { ...fields, ...key });

/** The same for a change of what somebody has seen. */
export const change = (type: string, description: string, fields: Readonly<Record<string, string>> = {}) =>
  input(type, description, {
    ...fields,
    expectedVersion: 'Phiên bản đã xem; nếu đã có phiên bản khác thì trả về CONFLICT.',
  });

/** A mutation and its one argument. */
export const mutation = (name: string, description: string, argument: string): Record<string, string> => ({
  [`Mutation.${name}`]: description,
  [`Mutation.${name}(input)`]: argument,
});
