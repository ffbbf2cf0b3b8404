/** The colour families of `tokens.css` a state can be shown in. Colour never speaks alone: give an icon or a word with it. */
export type Tone = 'ready' | 'away' | 'ring' | 'speak' | 'reach' | 'live' | 'pause' | 'late' | 'fault';
