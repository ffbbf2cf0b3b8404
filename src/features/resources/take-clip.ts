/*
 * One file becomes the sound of a prompt: looked at, kept, named in the configuration, in this order. Whatever fails
 * leaves everything as it was.
 */
import { CLIP_BYTES_MAX, readAudio } from '../../devices/audio-file.ts';
import type { AudioFault } from '../../devices/audio-facts.ts';
import type { PromptAnswer, SavePromptRequest } from '../../protocol/http-resources.ts';
import type { ClipFacts, ClipStore, KeepFault } from '../../store/clips.ts';
import { freeName, nameOfFile } from './prompt-words.ts';

/** What a recording is for: a prompt that is there, or a new one, called as saved flows call it. */
export type ClipTarget =
  | { readonly to: 'prompt'; readonly prompt: PromptAnswer }
  | { readonly to: 'new'; readonly name: string | null; readonly reference: string | null };

/** What taking a file needs. */
export interface TakePorts {
  readonly clips: ClipStore;
  readonly save: (prompt: SavePromptRequest) => Promise<unknown>;
  /** An id that no recording has. */
  readonly newId: () => string;
  /** The names that prompts have. */
  readonly taken: readonly string[];
}

export type ClipFault = AudioFault | KeepFault | 'unreadable' | 'notSaved';

export type Taken =
  | { readonly ok: true; readonly name: string; readonly durationMs: number }
  | { readonly ok: false; readonly why: ClipFault; readonly cause?: unknown };

/** Takes a file as the recording of a prompt. */
export async function takeClip(file: File, target: ClipTarget, ports: TakePorts): Promise<Taken> {
  if (file.size > CLIP_BYTES_MAX) return { ok: false, why: 'tooLarge' };
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
  if (bytes === null) return { ok: false, why: 'unreadable' };
  const read = readAudio(bytes);
  if (!read.ok) return { ok: false, why: read.why };
  const { format, durationMs } = read.facts;
  const facts: ClipFacts = { id: ports.newId(), fileName: file.name.slice(-255), format, bytes: bytes.length, durationMs };
  const kept = await ports.clips.keep(facts, bytes);
  if (!kept.ok) return { ok: false, why: kept.why };
  const saved = await giveClip(facts, target, ports);
  if (!saved.ok) await ports.clips.remove(facts.id);
  else if (target.to === 'prompt' && target.prompt.Recording !== null) await ports.clips.remove(target.prompt.Recording.ClipId);
  return saved;
}

/** Makes a kept recording the sound of a prompt. */
export async function giveClip(facts: ClipFacts, target: ClipTarget, { save, taken }: Pick<TakePorts, 'save' | 'taken'>): Promise<Taken> {
  const request = requestFor(facts, target, taken);
  try {
    await save(request);
    return { ok: true, name: request.Name, durationMs: facts.durationMs };
  } catch (cause) {
    return { ok: false, why: 'notSaved', cause };
  }
}

function requestFor({ id, fileName, format, bytes, durationMs }: ClipFacts, target: ClipTarget, taken: readonly string[]): SavePromptRequest {
  const sound = { DurationMs: durationMs, Recording: { ClipId: id, FileName: fileName, Format: format, Bytes: bytes } };
  if (target.to === 'prompt') {
    const { Id, Name, Text, Kind } = target.prompt;
    // Silence with sound in it is speech until somebody says otherwise.
    return { Id, Name, Text, Kind: Kind === 'silence' ? 'speech' : Kind, ...sound };
  }
  const Name = freeName(target.name ?? nameOfFile(fileName), taken);
  return { Name, Text: '', Kind: 'speech', ...sound, ...(target.reference !== null && { Reference: target.reference }) };
}
