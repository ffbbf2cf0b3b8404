/** A WAV file that hums for so many milliseconds: 8 kHz, mono, 16 bits. */
export function wavFile(ms: number): Buffer {
  const samples = Math.round(ms * 8);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples * 2, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples * 2, 40);
  const sound = Buffer.alloc(samples * 2);
  for (let at = 0; at < samples; at += 1) sound.writeInt16LE(Math.round(4000 * Math.sin(at / 4)), at * 2);
  return Buffer.concat([head, sound]);
}

/** A silent MP3 file of so many frames: MPEG 1, 44.1 kHz, 64 kbit/s, mono; a frame lasts 1152 samples. */
export function mp3File(frames: number): Buffer {
  const frame = Buffer.alloc(208);
  frame.set([0xff, 0xfb, 0x50, 0xc4]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}
