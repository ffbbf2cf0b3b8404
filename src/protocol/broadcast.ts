/*
 * Paths between one host and many tabs over a single broadcast channel, for browsers without SharedWorker: each message
 * is addressed, and a new host announces itself, since nobody can tell who hears a broadcast.
 */
import { z } from 'zod';
import type { FromHost, ToHost } from './envelope.ts';
import type { Port } from './ports.ts';

/** The name of the channel. */
export const BROADCAST_CHANNEL = 'ringback';

const frame = z.discriminatedUnion('to', [
  z.object({ to: z.literal('host'), path: z.string(), body: z.unknown() }),
  z.object({ to: z.literal('tab'), path: z.string(), body: z.unknown() }),
  z.object({ to: z.literal('everyone'), word: z.literal('hostIsHere') }),
]);
type Frame = z.infer<typeof frame>;

/** The host's side: every path that speaks is handed to `connect` once. The returned function ends it. */
export function serveBroadcast(channel: Port<unknown>, connect: (port: Port<FromHost>) => void): () => void {
  const listeners = new Map<string, (message: unknown) => void>();
  const say = (message: Frame): void => {
    channel.post(message);
  };
  channel.listen((message) => {
    const read = frame.safeParse(message);
    if (!read.success || read.data.to !== 'host') return;
    const { path, body } = read.data;
    if (!listeners.has(path)) {
      connect({
        post: (answer) => {
          say({ to: 'tab', path, body: answer });
        },
        listen: (listener) => {
          listeners.set(path, listener);
        },
        close: () => {
          listeners.delete(path);
        },
      });
    }
    listeners.get(path)?.(body);
  });
  say({ to: 'everyone', word: 'hostIsHere' });
  return channel.close;
}

/** A tab's side: a path named `path`, which must be no other's; `hostIsHere` is called whenever a host begins. */
export function joinBroadcast(channel: Port<unknown>, path: string, hostIsHere: () => void): Port<ToHost> {
  let hear: (message: unknown) => void = () => undefined;
  channel.listen((message) => {
    const read = frame.safeParse(message);
    if (!read.success) return;
    if (read.data.to === 'everyone') hostIsHere();
    else if (read.data.to === 'tab' && read.data.path === path) hear(read.data.body);
  });
  return {
    post: (message) => {
      channel.post({ to: 'host', path, body: message } satisfies Frame);
    },
    listen: (listener) => {
      hear = listener;
    },
    close: channel.close,
  };
}
