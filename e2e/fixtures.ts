import { test as base, expect, type BrowserContext } from '@playwright/test';
import { Center } from './center.ts';

export { expect };

interface Fixtures {
  /** The contact center of this test's browser context. */
  readonly center: Center;
  /** What the pages may say on the console, for tests whose point is a fault. */
  readonly mayComplain: readonly RegExp[];
}

export const test = base.extend<Fixtures>({
  mayComplain: [[], { option: true }],
  context: async ({ context, mayComplain }, use) => {
    const complaints = await listen(context);
    await use(context);
    expect(complaints.filter((text) => !mayComplain.some((pattern) => pattern.test(text))), 'errors on the console, in pages, or against the policy').toEqual([]);
  },
  center: async ({ context }, use) => use(new Center(context)),
});

/** Every console error, uncaught error and breach of the content security policy, of every page of a context. */
export async function listen(context: BrowserContext): Promise<readonly string[]> {
  const complaints: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  return complaints;
}
