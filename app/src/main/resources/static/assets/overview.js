// The overview of one patient: a line under the cursor that reads all lanes, the keyboard, and dragging along the axis.
(() => {
  const left = 150;
  const right = 950;
  const whole = 960;
  const day = 86400000;
  let parts = null;

  const look = () => {
    const root = document.querySelector('[data-overview]');
    const svg = root && root.querySelector('svg');
    if (!svg) { return null; }
    const said = [...svg.querySelectorAll('desc[data-x]')].map((one) => ({
      x: one.dataset.x === '' ? [] : one.dataset.x.split(' ').map(Number),
      text: one.dataset.says.split('\n'),
    }));
    const stops = [...new Set(said.flatMap((one) => one.x))].sort((one, other) => one - other);
    return {
      root, svg, said, stops,
      fields: [...document.querySelectorAll('.at-line dd')],
      shown: document.querySelector('[data-line-day]'),
      line: svg.querySelector('[data-line]'),
      box: svg.querySelector('[data-line-box]'),
      label: svg.querySelector('[data-line-text]'),
      first: Date.parse(svg.dataset.first), from: Date.parse(svg.dataset.from), to: Date.parse(svg.dataset.to),
      start: Number(svg.dataset.start),
      at: Number(svg.querySelector('[data-line]').getAttribute('x1')),
    };
  };

  const dayAt = (x) => {
    const { first, from, to, start } = parts;
    const time = x >= start
      ? from + (to - from) * ((x - start) / (right - start))
      : first + (from - first) * Math.min(1, (x - left) / Math.max(1, start - 10 - left));
    return new Date(Math.round(time / day) * day).toISOString().slice(0, 10);
  };

  const newest = (one, x) => {
    let low = 0;
    let high = one.x.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (one.x[middle] <= x + 0.05) { low = middle + 1; } else { high = middle; }
    }
    return low === 0 ? '' : one.text[low - 1];
  };

  const move = (to) => {
    const x = Math.min(right, Math.max(left, to));
    parts.at = x;
    parts.line.setAttribute('x1', x);
    parts.line.setAttribute('x2', x);
    const middle = Math.min(x, whole - 41);
    parts.box.setAttribute('x', middle - 41);
    parts.label.setAttribute('x', middle);
    const on = dayAt(x);
    parts.label.textContent = on;
    parts.shown.textContent = on;
    parts.said.forEach((one, at) => { if (parts.fields[at]) { parts.fields[at].textContent = newest(one, x) || '–'; } });
  };

  let drag = null;
  let waiting = 0;
  const xOf = (event) => {
    const box = parts.svg.getBoundingClientRect();
    return (event.clientX - box.left) / box.width * whole;
  };

  const go = async (address) => {
    const mine = ++waiting;
    const answer = await fetch(address);
    if (!answer.ok || mine !== waiting) { return; }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('.overview > .columns');
    const old = document.querySelector('.overview > .columns');
    if (!fresh || !old) { location.assign(address); return; }
    const focused = document.activeElement === parts.root;
    old.replaceWith(document.adoptNode(fresh));
    history.replaceState(null, '', address);
    begin();
    if (focused) { parts.root.focus(); }
  };

  const periods = () => [...document.querySelectorAll('.overview .periods a:not([data-pan])')];
  const zoom = (by) => {
    const all = periods();
    const next = all[all.findIndex((one) => one.getAttribute('aria-current')) + by];
    if (next) { go(next.href); }
  };

  const begin = () => {
    parts = look();
    if (!parts) { return; }
    const { root } = parts;
    root.addEventListener('pointermove', (event) => {
      if (drag !== null) {
        const far = event.clientX - drag.x;
        if (Math.abs(far) > 6) { drag.far = far; parts.svg.style.transform = `translateX(${far}px)`; }
        return;
      }
      const x = xOf(event);
      if (x >= left - 4) { requestAnimationFrame(() => move(x)); }
    });
    root.addEventListener('pointerdown', (event) => {
      if (event.button === 0 && event.pointerType === 'mouse') { drag = { x: event.clientX, far: 0 }; }
    });
    root.addEventListener('keydown', (event) => {
      const after = parts.stops.find((x) => x > parts.at + 0.2);
      const before = parts.stops.findLast((x) => x < parts.at - 0.2);
      const keys = {
        ArrowRight: () => move(after ?? right), ArrowLeft: () => move(before ?? left), Home: () => move(left),
        End: () => move(right), '+': () => zoom(1), '-': () => zoom(-1),
      };
      if (event.target === root && keys[event.key]) { event.preventDefault(); keys[event.key](); }
    });
  };
  window.addEventListener('pointerup', () => {
    if (drag === null) { return; }
    const { far } = drag;
    drag = null;
    parts.svg.style.transform = '';
    const current = periods().find((one) => one.getAttribute('aria-current'));
    if (Math.abs(far) <= 6 || !current) { return; }
    const shown = parts.svg.getBoundingClientRect().width * (right - parts.start) / whole;
    const till = new Date(parts.to - (far / shown) * (parts.to - parts.from));
    const address = new URL(current.href);
    address.searchParams.set('till', till.toISOString().slice(0, 10));
    go(address.pathname + address.search);
  });
  begin();
})();
