import type { RequestContext } from '@phoihop/platform';

/** The unit that stands for the whole country: what holds for all of it is managed by whoever acts for its root. */
export async function countryUnit({ session }: Pick<RequestContext, 'session'>): Promise<number> {
  const [row] = await session.query<{ id: number }>('select core.country_unit() as id');
  return row!.id;
}
