// Keeps what is typed in a form with the server, at most every five seconds, and shows what is asked as it stands now.
// Nothing is kept in the browser. Without script the button does the same.
(() => {
  const form = document.querySelector('form[data-draft]');
  document.querySelector('[data-focus]')?.focus();
  if (!form) { return; }
  const said = form.querySelector('[data-saved]');
  const EVERY = 5000;
  const REST = 1500;
  let timer = 0;
  let due = 0;
  let busy = false;
  let again = false;
  let sent = false;

  const fields = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== 'gor'));
  const show = (hidden) => {
    const not = new Set(hidden);
    form.querySelectorAll('[data-path]').forEach((part) => { part.hidden = not.has(part.dataset.path.replace(/~$/, '')); });
  };
  const keep = async () => {
    clearTimeout(timer);
    timer = 0;
    if (sent) { return; }
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: fields(), redirect: 'error' });
      if (!answer.ok) { throw new Error(); }
      const told = await answer.json();
      show(told.hidden);
      said.textContent = told.saved;
      said.removeAttribute('data-says');
    } catch {
      said.textContent = form.dataset.lost;
      said.dataset.says = 'wrong';
      timer = timer || setTimeout(keep, EVERY);
    }
    busy = false;
    if (again) { again = false; keep(); }
  };
  form.addEventListener('input', (event) => {
    const now = Date.now();
    if (!timer) { due = now + EVERY - REST; }
    clearTimeout(timer);
    timer = setTimeout(keep, event.target.matches('[type="radio"], [type="checkbox"], select') ? 0 : Math.max(0, Math.min(REST, due - now)));
  });
  form.addEventListener('submit', () => { sent = true; clearTimeout(timer); timer = 0; });
  window.addEventListener('pagehide', () => {
    if (timer && !sent) { clearTimeout(timer); fetch(form.dataset.draft, { method: 'POST', body: fields(), keepalive: true }); }
  });
})();
