import { watchForMessages } from './badge';
import { Launcher } from './launcher';
import { caseId } from './settings';

/** The page may still be loading when a script tag in its head runs. */
function start(): void {
  const launcher = new Launcher();
  document.body.append(launcher.element);
  const settings = (window.supportBot ??= {});
  Object.assign(settings, {
    open: () => launcher.open(),
    close: () => launcher.close(),
    reset: () => launcher.reset(),
  });
  launcher.watchWith(watchForMessages);
  if (caseId()) launcher.open();
}

if (document.getElementById('supportbot')) console.warn('SupportBot: widget.js is on this page twice.');
else if (document.body && document.readyState !== 'loading') start();
else document.addEventListener('DOMContentLoaded', start, { once: true });
