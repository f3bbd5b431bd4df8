/** Own drawings; decorative, the buttons have names. */
export const chatIcon = `<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
<path fill="currentColor" d="M16 5C9.4 5 4 9.5 4 15.1c0 3 1.6 5.7 4.1 7.6-.2 1.5-.9 2.9-2 4-.3.4 0 .9.4.9 2.3-.1 4.4-.9 6.1-2.1 1.1.2 2.2.4 3.4.4 6.6 0 12-4.6 12-10.2S22.6 5 16 5Z"/>
<circle cx="10.6" cy="15.2" r="1.7" fill="#0b57d0"/><circle cx="16" cy="15.2" r="1.7" fill="#0b57d0"/><circle cx="21.4" cy="15.2" r="1.7" fill="#0b57d0"/></svg>`;

export const closeIcon = `<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
<path d="M5 5l10 10M15 5L5 15" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`;
