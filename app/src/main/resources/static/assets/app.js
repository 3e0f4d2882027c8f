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
})();
