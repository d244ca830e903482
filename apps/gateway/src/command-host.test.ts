import { commandHost } from './command-host.js';

const yours = { DATABASE_URL: 'postgres://owner@db/phoihop' };

describe('what a command is told of the settings', () => {
  it('without any it is the demonstration on its day, on the embedded database, with all plugins', async () => {
    const host = commandHost({});
    expect(host.database).toEqual({ dataFolder: expect.stringMatching(/\.data$/) });
    expect(host.clock.businessDate).toBe('2021-10-15');
    const { plugins } = await host.loadPlugins();
    expect(plugins.length).toBeGreaterThan(2);
    expect(host.optionsOf(plugins)).toMatchObject({
      core: { demo: true },
      'social-insurance': { demo: true },
    });
  });

  it('brings no demonstration into a database of yours, and lets today be today', () => {
    const host = commandHost({ ...yours, DATABASE_SERVING_URL: 'postgres://serving@db/phoihop' });
    expect(host.database).toEqual({
      ownerUrl: 'postgres://owner@db/phoihop',
      servingUrl: 'postgres://serving@db/phoihop',
    });
    expect(host.clock.businessDate).toMatch(/^20(2[6-9]|[3-9]\d)-/);
    expect(host.optionsOf([])).toEqual({});
  });

  it('loads the plugins that PLUGINS names, and tells each that DEMO is off', async () => {
    const host = commandHost({ PLUGINS: 'social-insurance, elections', DEMO: 'off' });
    const { plugins } = await host.loadPlugins();
    expect(plugins.map(({ id }) => id)).toEqual(['core', 'elections', 'social-insurance']);
    expect(host.optionsOf(plugins)).toEqual({
      core: { demo: false },
      elections: { demo: false },
      'social-insurance': { demo: false },
    });
  });

  it('refuses what the gateway would refuse, in the same words', async () => {
    expect(() => commandHost({ DEMO: 'maybe' })).toThrow('DEMO=maybe is not valid');
    await expect(commandHost({ PLUGINS: 'electoins' }).loadPlugins()).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining('PLUGINS names what is not installed: electoins.'),
    });
  });
});
