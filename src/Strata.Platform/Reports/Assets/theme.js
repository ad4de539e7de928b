// The theme somebody chose here before, or what their system has.
(function () {
  'use strict';
  var chosen = null;
  try { chosen = localStorage.getItem('strata-theme'); } catch (e) { /* Pages from disk may have no storage. */ }
  if (chosen === 'dark' || chosen === 'light') { document.documentElement.dataset.theme = chosen; }
})();
