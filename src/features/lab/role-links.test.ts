import { expect, test } from 'vitest';
import { agentHref, customerHref, roleLinks } from './role-links.ts';

test('a number survives the address', () => {
  const number = '+12065550142';
  expect(new URL(customerHref(number), 'http://x').searchParams.get('number')).toBe(number);
});

test('an odd user name survives the address', () => {
  const username = 'a&b c#d';
  expect(new URL(agentHref(username), 'http://x').searchParams.get('agent')).toBe(username);
});

test('before the center has introduced itself there is nobody', () => {
  expect(roleLinks(null)).toEqual({ agents: [], customers: [] });
});
