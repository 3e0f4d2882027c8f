// Smooths what already works without script: printing, dropping a file, closing menus.
(() => {
  const shown = (root) => root.querySelectorAll('[data-script]').forEach((part) => { part.hidden = false; });
  shown(document);
  document.addEventListener('htmx:load', (event) => shown(event.target));

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) { window.print(); }
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') { return; }
    const menu = event.target.closest('details.menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });

  // J and K walk a list of links, as the arrows do; Enter opens the one that has the focus, as it does everywhere.
  document.addEventListener('keydown', (event) => {
    const list = document.querySelector('[data-walk]');
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!list || !step || event.ctrlKey || event.metaKey || event.altKey) { return; }
    const at = document.activeElement;
    if (at.matches('input:not([type="checkbox"]), select, textarea, summary') || at.closest('details.menu, details.change')) { return; }
    const links = [...list.querySelectorAll('tbody th a')];
    const here = at.closest('tr')?.querySelector('th a');
    const next = links[here ? links.indexOf(here) + step : step > 0 ? 0 : links.length - 1];
    if (next && (here || event.key.length === 1)) { event.preventDefault(); next.focus(); }
  });

  // A page about a patient tells the access log that it is printed, however printing began.
  window.addEventListener('beforeprint', () => {
    const told = document.querySelector('[data-tell-print]');
    if (told) {
      fetch(told.dataset.tellPrint, { method: 'POST', headers: { 'X-CSRF-TOKEN': told.dataset.token }, keepalive: true });
    }
  });

  // A chart as PNG: the SVG file drawn on a canvas, in print size, with the page's own letters.
  const letters = '/webjars/fontsource__source-sans-pro/files/source-sans-pro-latin-';
  const asData = async (address) => {
    const blob = await (await fetch(address)).blob();
    return new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(blob);
    });
  };
  const asPng = async (address, times) => {
    const svg = await (await fetch(address)).text();
    const faces = await Promise.all([400, 600].map(async (weight) =>
      `@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(${await asData(`${letters}${weight}-normal.woff2`)})}`));
    const whole = svg.replace(/<svg[^>]*>/, (start) => `${start}<style>${faces.join('')}</style>`);
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth * times;
    canvas.height = picture.naturalHeight * times;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
  };
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('[data-png]');
    if (!link) { return; }
    event.preventDefault();
    const made = URL.createObjectURL(await asPng(link.href, Number(link.dataset.png) || 3));
    const save = document.createElement('a');
    save.href = made;
    save.download = link.download;
    save.click();
    setTimeout(() => URL.revokeObjectURL(made), 60000);
  });

  const dropOf = (event) => event.target instanceof Element && event.target.closest('[data-drop]');
  for (const name of ['dragover', 'dragenter']) {
    document.addEventListener(name, (event) => {
      const drop = dropOf(event);
      if (drop) { event.preventDefault(); drop.dataset.over = ''; }
    });
  }
  document.addEventListener('dragleave', (event) => {
    const drop = dropOf(event);
    if (drop) { delete drop.dataset.over; }
  });
  document.addEventListener('drop', (event) => {
    const drop = dropOf(event);
    if (!drop) { return; }
    event.preventDefault();
    delete drop.dataset.over;
    const input = drop.querySelector('input[type=file]');
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  document.addEventListener('submit', (event) => {
    const state = event.target.querySelector('[data-sending]');
    if (state) { state.hidden = false; }
  });

  // A number that can be slid or written: the two fields follow each other, and what is said of them does too.
  document.addEventListener('input', (event) => {
    const slider = event.target.closest('[data-slider]');
    const value = event.target.value;
    if (!slider || value === '') { return; }
    slider.querySelectorAll('[type="range"], [type="number"]').forEach((field) => {
      if (field !== event.target) { field.value = value; }
    });
    slider.querySelector('[type="range"]').setAttribute('aria-valuetext',
      value === '1' ? slider.dataset.one : slider.dataset.many.replace('#', value));
  });
  // Figures that come back for a number which has been slid on since are left: those for the newer one are coming.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const form = event.detail.requestConfig?.elt;
    if (form instanceof HTMLFormElement && 'changing' in form.dataset
      && form.elements.number.value !== event.detail.requestConfig.parameters.number) {
      event.detail.shouldSwap = false;
    }
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    const said = document.getElementById('whatif-said');
    const verdict = document.getElementById('whatif-verdict');
    if (said && verdict && event.target.closest('#whatif')) { said.textContent = verdict.textContent; }
  });
})();
