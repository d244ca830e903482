import { allow, definePlugin } from '@phoihop/platform';
import { Int, Query, Resolver } from 'type-graphql';

@Resolver()
class ReadingRoomResolver {
  @Query(() => Int, { nullable: true, description: 'Reading rooms.' })
  readingRooms(): number {
    return 12;
  }

  @Query(() => Int, { description: 'How many books there are in all of them together.' })
  readingRoomsBooks(): number {
    return 4200;
  }
}

/** A plugin with five mistakes, for the guide: what composition says of them is quoted there. */
export default definePlugin({
  id: 'reading-rooms',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Tủ sách cộng đồng', en: 'Reading rooms' },
  graphql: { resolvers: [ReadingRoomResolver] },
  access: {
    permissions: { 'reading-rooms:read': { vi: 'Xem tủ sách', en: 'See reading rooms' } },
    fields: { 'Query.readingRoomsBooks': allow.permission('reading-rooms:raed') },
  },
  translations: { vi: { 'Query.readingRooms': 'Có bao nhiêu tủ sách.' } },
});
