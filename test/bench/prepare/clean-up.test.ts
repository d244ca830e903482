import { CleanUp } from './clean-up.ts';

test('the last begun is stopped first, once, and a failure keeps nobody from being stopped', async () => {
  const complaints: unknown[] = [];
  const stopped: string[] = [];
  const cleanUp = new CleanUp((error) => complaints.push(error));
  cleanUp.add(async () => stopped.push('database'));
  cleanUp.add(() => Promise.reject(new Error('stuck')));
  cleanUp.add(async () => stopped.push('server'));
  await Promise.all([cleanUp.run(), cleanUp.run()]);
  expect(stopped).toEqual(['server', 'database']);
  expect(complaints).toEqual([new Error('stuck')]);
});
