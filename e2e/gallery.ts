import type { Page } from '@playwright/test';

/** The states of the softphone that `/lab/gallery` shows, by the names in its links. */
export async function statesOf(page: Page): Promise<readonly string[]> {
  await page.goto('/lab/gallery');
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  return links.allInnerTexts();
}

/** Shows one state, still. */
export async function shows(page: Page, state: string): Promise<void> {
  await page.goto(`/lab/gallery?state=${state}`);
  await page.getByRole('button', { name: /^Status:/ }).waitFor();
}

/** The sizes at which pages are looked at: the smallest window of a desktop tool, a narrow one, a desk. */
export const sizes = [{ width: 320, height: 460 }, { width: 400, height: 800 }, { width: 1280, height: 800 }] as const;
export const themes = ['light', 'dark'] as const;

/** A page's own code comes after its first snapshot: it is there when its heading is. */
export async function isShown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
}
