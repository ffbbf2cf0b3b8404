import { describe, expect, test } from 'vitest';
import { ids } from '../../testing/builders.ts';
import type { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking } from '../../testing/talking.ts';
import type { Command } from '../index.ts';

const ana = ids.agent('ana');
const toLunch: Command = { type: 'agent.setStatus', agentId: ana, statusId: ids.status('Lunch') };
const bySupervisor = (center: CenterDriver) => center.askAs({ role: 'supervisor' }, toLunch);

describe('a supervisor', () => {
  test('changes the status of an agent who is free', () => {
    const center = talking();
    center.agent('ana').ends();
    center.agent('ana').clears();
    expect([bySupervisor(center), center.agent('ana').status()]).toEqual([null, 'Lunch']);
  });

  test.each([
    ['rings', 'CONNECTING', (center: CenterDriver) => center.agent('ana').ends().agent('ana').clears().customer(JOHN).dials()],
    ['is talked to', 'CONNECTED', (center: CenterDriver) => center],
    ['is wrapped up', 'ENDED', (center: CenterDriver) => center.agent('ana').ends()],
    ['was missed', 'MISSED', (center: CenterDriver) => center.agent('ana').ends().agent('ana').clears().customer(JOHN).dials().wait(20)],
  ])('does not while a contact %s', (_what, state, given) => {
    const center = given(talking({}, 'Offline'));
    expect([bySupervisor(center), center.agent('ana').status()]).toEqual([{ code: 'NOT_NOW', state }, 'Available']);
  });
});

describe('an agent at work', () => {
  test('picks a next status, and takes it back', () => {
    const center = talking();
    expect(center.askAs({ role: 'agent', agentId: ana }, toLunch)).toBeNull();
    expect(center.center.agents.get(ana)?.nextStatusId).toBe(ids.status('Lunch'));
    center.agent('ana').sets('Available');
    expect(center.center.agents.get(ana)?.nextStatusId).toBeNull();
  });

  test('who wraps up takes the status at once', () => {
    const center = talking();
    center.agent('ana').ends().agent('ana').sets('Lunch');
    expect([center.agent('ana').state(), center.agent('ana').status()]).toEqual([null, 'Lunch']);
  });
});
