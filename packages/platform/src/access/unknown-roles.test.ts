import { changed, problemsOf } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose } from '../composition/compose.js';

const withRoles = (...roles: string[]) => changed(rivers, { access: { ...rivers.access, roles } });

test('a grant to a role that core does not have is refused, with the one that was meant and with all', () => {
  const [problem, ...others] = problemsOf(withRoles('cleric', 'mayor', 'ferryman'), bridges);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'ROLE_UNKNOWN',
    message: 'access.grants of bridges names the role clerk, which core does not have. Did you mean cleric?',
    owners: ['bridges'],
    places: [bridges.definedAt],
    mend: 'Name one of: cleric, mayor, ferryman.',
  });
});

test('no other plugin adds a role by listing it: nobody could be given it', () => {
  const listing = changed(bridges, { access: { ...bridges.access, roles: ['clerk'] } });
  expect(problemsOf(withRoles('mayor'), listing).map(({ code }) => code)).toEqual(['ROLE_UNKNOWN']);
});

test('grants to core’s roles are none of this, nor those of a core that lists none', () => {
  expect(() => compose([withRoles('clerk', 'mayor'), bridges])).not.toThrow();
  expect(() => compose([rivers, bridges])).not.toThrow();
});
