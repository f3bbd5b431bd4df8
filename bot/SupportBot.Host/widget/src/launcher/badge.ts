import { generateToken, isFromSupport, readActivities, type Credentials } from '../shared/directLineApi';
import { hasVisitedBefore, recall, visitorKey } from '../shared/visitor';
import { getUserToken, origin } from './settings';

const interval = 60_000;

/**
 * Counts what support wrote while the chat was closed, without loading the chat: one small request a minute,
 * only for somebody who has a conversation, and only while the page is looked at.
 */
export function watchForMessages(show: (count: number) => void): () => void {
  let credentials: Credentials | undefined;
  let stopped = false;
  const timer = setInterval(look, interval);
  void look();
  return () => {
    stopped = true;
    clearInterval(timer);
  };

  async function look(): Promise<void> {
    if (document.hidden || !hasVisitedBefore()) return;
    try {
      const userToken = await getUserToken();
      const seen = recall(visitorKey(userToken));
      if (!seen || stopped) return;
      if (!credentials || credentials.expiresAt < Date.now() + interval) credentials = await generateToken(origin, userToken);
      const watermark = credentials.conversationId === seen.conversationId ? seen.watermark : '0';
      const { activities } = await readActivities(origin, credentials, watermark);
      if (!stopped) show(activities.filter(activity => isFromSupport(activity) && (activity.timestamp ?? '') > seen.seenAt).length);
    } catch {
      // A badge is a courtesy: the next look tries again, and opening the chat tells what is wrong.
      credentials = undefined;
    }
  }
}
