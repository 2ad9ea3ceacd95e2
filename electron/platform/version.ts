/** Version shown in « À propos » and on the unlock screen. */
export const version = '0.1.0';
