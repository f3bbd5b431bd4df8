/** What the browser remembers of a seller user's conversation. It holds no message and no token. */
export interface Remembered {
  conversationId: string;
  /** Direct Line's place in the conversation. */
  watermark: string;
  /** The time of the newest message that the visitor has had on screen, ISO 8601. */
  seenAt: string;
}

const prefix = 'supportbot:';

/** One key per seller user, so that two people who share a browser do not share a badge. */
export function visitorKey(userToken: string): string {
  const { seller = '', sub = '' } = claims(userToken);
  return `${prefix}${seller}/${sub}`;
}

export function userId(userToken: string): string {
  return claims(userToken).sub ?? '';
}

/** What the token says; whether it is genuine is the server's to judge. */
function claims(userToken: string): { seller?: string; sub?: string } {
  const [, payload = ''] = userToken.split('.');
  return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { seller?: string; sub?: string };
}

export function hasVisitedBefore(): boolean {
  try {
    return Object.keys(localStorage).some(key => key.startsWith(prefix));
  } catch {
    // Storage may be forbidden; the chat works without a memory.
    return false;
  }
}

export function recall(key: string): Remembered | undefined {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as Remembered) : undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage full or forbidden: only the badge after a reload is lost.
  }
}
