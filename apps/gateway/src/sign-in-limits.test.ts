import { SignInLimits, memoryStore, type Attempt } from './sign-in-limits.js';

const home = '203.0.113.5';
const abroad = '198.51.100.9';

describe('limits of sign-in', () => {
  let limits: SignInLimits;
  let n = 0;
  beforeEach(() => {
    // A secret of its own for each test: the memory store is the process's.
    limits = new SignInLimits(memoryStore, `a secret of test ${(n += 1)}`);
  });

  const fails = async (username: string, address: string): Promise<number> => {
    const begun = await limits.begin(username, address);
    if ('waitSeconds' in begun) return begun.waitSeconds;
    await begun.end('wrong');
    return 0;
  };
  const succeeds = async (username: string, address: string): Promise<boolean> => {
    const begun = await limits.begin(username, address);
    if ('waitSeconds' in begun) return false;
    await (begun as Attempt).end('right');
    return true;
  };

  it('lets one be wrong five times, then makes one wait, longer each time', async () => {
    for (let i = 0; i < 5; i += 1) expect(await fails('hoa', home)).toBe(0);
    expect(await fails('hoa', home)).toBe(0); // the sixth takes the turn and begins the wait
    expect(await fails('hoa', home)).toBeGreaterThan(0);
    expect(await fails('hoa', home)).toBeLessThanOrEqual(5);
  });

  it('counts tries sent at once before any of them is answered', async () => {
    const begun = await Promise.all(Array.from({ length: 100 }, () => limits.begin('hoa', home)));
    expect(begun.filter((one) => !('waitSeconds' in one)).length).toBeLessThanOrEqual(6);
  });

  it('forgets the failures of who was right in the end', async () => {
    for (let i = 0; i < 4; i += 1) await fails('hoa', home);
    expect(await succeeds('hoa', home)).toBe(true);
    for (let i = 0; i < 5; i += 1) expect(await fails('hoa', home)).toBe(0);
  });

  it('makes nobody wait for what a stranger guesses at his account', async () => {
    for (let i = 0; i < 300; i += 1) await fails('hoa', abroad);
    expect(await succeeds('hoa', home)).toBe(true);
  });

  it('closes an account guessed at from everywhere to networks it never signed in from, and to no others', async () => {
    await succeeds('hoa', home);
    for (let i = 0; i < 110; i += 1) await fails('hoa', `192.0.2.${i}`);
    expect(await succeeds('hoa', abroad)).toBe(false);
    expect(await succeeds('hoa', home)).toBe(true);
  });

  it('stops one network that tries many accounts', async () => {
    const tries = [];
    for (let i = 0; i < 70; i += 1) tries.push(await fails(`person ${i}`, abroad));
    expect(tries.filter((wait) => wait === 0)).toHaveLength(60);
  });

  it('lets a whole office sign in through one address', async () => {
    for (let i = 0; i < 200; i += 1) expect(await succeeds(`clerk ${i}`, home)).toBe(true);
  });

  it('takes the addresses of one IPv6 network for one', async () => {
    for (let i = 1; i <= 6; i += 1) await fails('hoa', `2001:db8:1:2::${i}`);
    expect(await fails('hoa', '2001:db8:1:2:ffff::9')).toBeGreaterThan(0);
    expect(await fails('hoa', '2001:db8:1:3::1')).toBe(0);
  });

  it('takes back a try that something else than the password made fail', async () => {
    for (let i = 0; i < 20; i += 1) {
      const begun = await limits.begin('hoa', home);
      expect(begun).not.toHaveProperty('waitSeconds');
      await (begun as Attempt).end('neither');
    }
  });
});
