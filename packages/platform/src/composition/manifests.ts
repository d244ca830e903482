import { valid } from 'semver';
import type { Plugin } from '../contract/plugin.js';
import type { CompositionProblem } from './problems.js';

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Ids whose PostgreSQL schema is the platform's, the migration ledger's or PostgreSQL's own. */
const reserved = /^(platform|phoihop|public|information-schema|pg(-.*)?)$/;

/** Checks what each manifest says of itself, before plugins are looked at together. */
export function checkManifests(plugins: readonly Plugin[]): CompositionProblem[] {
  return plugins.flatMap((plugin) => {
    const at = { owners: [plugin.id], places: [plugin.definedAt] };
    const problems: CompositionProblem[] = [];
    if (!idPattern.test(plugin.id)) {
      problems.push({
        code: 'PLUGIN_ID_INVALID',
        message: `“${plugin.id}” is no plugin id.`,
        ...at,
        mend: 'Use lower case letters, digits and single hyphens: social-insurance.',
      });
    } else if (reserved.test(plugin.id)) {
      problems.push({
        code: 'PLUGIN_ID_INVALID',
        message: `“${plugin.id}” is no plugin’s id: the PostgreSQL schema of that name is not a plugin’s.`,
        ...at,
        mend: 'Choose another id: whoever owned that schema could change the rules of others’ tables.',
      });
    }
    if (!valid(plugin.version)) {
      problems.push({
        code: 'PLUGIN_VERSION_INVALID',
        message: `“${plugin.version}” of plugin ${plugin.id} is no semantic version.`,
        ...at,
        mend: 'Write three numbers: 1.0.0.',
      });
    }
    if (!plugin.title?.vi || !plugin.title.en) {
      problems.push({
        code: 'PLUGIN_TITLE_MISSING',
        message: `Plugin ${plugin.id} has no title in both languages.`,
        ...at,
        mend: 'Give title: { vi, en }: users see it.',
      });
    }
    return problems;
  });
}
