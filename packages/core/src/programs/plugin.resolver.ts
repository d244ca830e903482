import type { RequestContext } from '@phoihop/platform';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Program } from './program.js';
import { PluginSwitch, ProgramStatus } from './program-enums.js';

/** An installed plugin as clients see it. Not an entity: its key is its name, and nobody refers to it by id. */
@ObjectType('Plugin', {
  description: 'A plugin of the running platform: the software, or the registration, of some programs.',
})
export class PluginInfo {
  @Field(() => String, { description: 'Its name in kebab-case, unique among plugins: "social-insurance".' })
  id!: string;

  @Field(() => String, { description: 'What it is called, in the language of the caller.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'One sentence on what it does, in the language of the caller.',
  })
  description!: string | null;

  @Field(() => String, { description: 'Semantic version of its code, as in "1.2.0".' })
  version!: string;

  @Field(() => ProgramStatus, {
    description: 'Whether it has software of its own, or is data fed through reports.',
  })
  status!: ProgramStatus;

  @Field(() => PluginSwitch, { description: 'Whether it serves, is switched off, or could not be started.' })
  state!: PluginSwitch;

  @Field(() => [Program], { description: 'The lines of the coordination program it carries, by code.' })
  programs!: number[];
}

@Resolver()
export class PluginResolver {
  @Query(() => [PluginInfo], {
    nullable: true,
    description: 'All plugins that are installed, core first, then by name: what this platform can do.',
  })
  async plugins(@Ctx() context: RequestContext): Promise<PluginInfo[]> {
    const language = context.locale === 'en' ? 'en' : 'vi';
    const plugins = await context.session.query<PluginInfo>(
      `select p.id, p.title_${language} as title, p.description_${language} as description, p.version, p.status,
          array(select program.id from core.program where program.plugin = p.id order by program.code) as programs
        from core.plugin p order by p.id <> 'core', p.id`,
    );
    // A plugin that was installed once and is not now has no state here: it does not serve.
    return plugins.map((plugin) => ({
      ...plugin,
      state: (context.pluginStates.get(plugin.id) ?? PluginSwitch.QUARANTINED) as PluginSwitch,
    }));
  }
}
