/** Meaning of a colour (never shown alone: always with an icon, a word or a shape). */
export type Tone = 'neutral' | 'primary' | 'ok' | 'warn' | 'bad' | 'info' | 'violet';
