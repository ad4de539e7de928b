// What the pages do: theme, search, drawings and charts. Everything is also on the page as text.
(function () {
  'use strict';
  var root = document.documentElement;
  var up = root.dataset.root;
  var charts = [];

  function colour(name) { return getComputedStyle(root).getPropertyValue('--' + name).trim(); }

  function isDark() { return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches; }

  document.getElementById('theme').addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('strata-theme', root.dataset.theme); } catch (e) { /* Only for this page then. */ }
    charts.forEach(function (draw) { draw(); });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () { charts.forEach(function (draw) { draw(); }); });

  // Search: every word must be in the title or the kind; titles that begin with the first word come first.
  var input = document.getElementById('search');
  var found = document.getElementById('found');
  function search() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    found.hidden = words.length === 0;
    if (found.hidden) { return; }
    var hits = (window.strataIndex || []).filter(function (entry) {
      var text = (entry[0] + ' ' + entry[1]).toLowerCase();
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    });
    hits.sort(function (a, b) {
      var first = function (entry) { return entry[0].toLowerCase().indexOf(words[0]) === 0 ? 0 : 1; };
      return first(a) - first(b);
    });
    found.textContent = '';
    var said = document.createElement('p');
    said.className = 'quiet';
    said.textContent = hits.length === 0 ? 'Nothing found.' : hits.length === 1 ? '1 found.' : hits.length + ' found.' + (hits.length > 20 ? ' The first 20:' : '');
    found.appendChild(said);
    var list = document.createElement('ul');
    hits.slice(0, 20).forEach(function (entry) {
      var item = document.createElement('li');
      var link = document.createElement('a');
      link.href = up + entry[2];
      link.textContent = entry[0] + ' ';
      var kind = document.createElement('span');
      kind.className = 'quiet';
      kind.textContent = entry[1];
      link.appendChild(kind);
      item.appendChild(link);
      list.appendChild(item);
    });
    found.appendChild(list);
  }
  input.addEventListener('input', search);
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !found.hidden) { found.hidden = true; input.focus(); return; }
    if (event.key === '/' && !/INPUT|TEXTAREA/.test(document.activeElement.tagName)) { event.preventDefault(); input.focus(); return; }
    var inside = document.activeElement === input || found.contains(document.activeElement);
    if (!inside || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) { return; }
    var links = Array.prototype.slice.call(found.querySelectorAll('a'));
    var next = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    if (next < 0) { input.focus(); } else if (next < links.length) { links[next].focus(); }
  });
  document.addEventListener('click', function (event) { if (!event.target.closest('.search')) { found.hidden = true; } });

  // A link to a closed part of the page opens it.
  function open() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') { target.open = true; target.scrollIntoView(); }
  }
  addEventListener('hashchange', open);
  open();

  if (!window.echarts) { return; }

  document.querySelectorAll('[data-drawing]').forEach(function (figure) {
    var canvas = figure.querySelector('.canvas');
    var data = JSON.parse(document.getElementById(canvas.id + '-data').textContent);
    var groups = data.nodes.map(function (n) { return n.group; }).filter(function (g, i, all) { return all.indexOf(g) === i; });
    var rows = data.nodes.reduce(function (most, n) { return Math.max(most, Math.abs(n.y)); }, 0) * 2 + 1;
    var columns = data.nodes.reduce(function (most, n) { return Math.max(most, n.x); }, 0) + 1;
    // What is too wide for the screen is scrolled, not shrunk.
    canvas.style.minWidth = (columns - 1) * 170 + 200 + 'px';
    canvas.style.height = Math.min(720, Math.max(200, rows * 46 + 110)) + 'px';
    var chart = window.echarts.init(canvas, null, { renderer: 'svg' });
    var zoom = 1;
    var at = -1;
    var said = figure.querySelector('.said');

    function draw() {
      // One unit is one pixel as long as all fits: boxes keep their shape.
      var step = columns > 1 ? (canvas.clientWidth - 200) / (columns - 1) : 0;
      chart.setOption({
        animation: false,
        color: groups.map(function (g, i) { return colour('group-' + i); }),
        textStyle: { color: colour('ink') },
        tooltip: { formatter: function (p) { return p.dataType === 'node' ? escape(p.data.label0) + '<br>' + escape(p.data.detail) : escape(p.data.label0 || ''); } },
        legend: groups.length > 1 ? { data: groups, bottom: 0, left: 8, width: canvas.parentNode.clientWidth - 16, textStyle: { color: colour('ink') }, selectedMode: false } : undefined,
        series: [{
          type: 'graph', layout: 'none', roam: canvas.clientWidth <= canvas.parentNode.clientWidth, zoom: zoom, draggable: false, preserveAspect: 'contain', left: 100, right: 100, top: 50, bottom: 60,
          symbol: 'roundRect', edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7,
          categories: groups.map(function (g) { return { name: g }; }),
          label: { show: true, position: 'inside', color: colour('ink'), fontSize: 12 },
          lineStyle: { color: colour('quiet'), width: 1.2, curveness: 0.12 },
          emphasis: { focus: 'adjacency', lineStyle: { width: 2.5 } },
          data: data.nodes.map(function (n) {
            return { id: n.id, name: n.id, label0: n.label, detail: n.detail, category: groups.indexOf(n.group), x: n.x * step, y: n.y * 46, url: n.url, label: { formatter: n.label },
              symbolSize: [Math.max(64, n.label.length * 7 + 22), 28], itemStyle: { color: colour('paper'), borderColor: colour('group-' + groups.indexOf(n.group)), borderWidth: 2 } };
          }),
          links: data.edges.map(function (e) { return { source: e.from, target: e.to, label0: e.label }; })
        }]
      }, true);
    }

    function escape(text) { var span = document.createElement('span'); span.textContent = text; return span.innerHTML; }

    function go(index) {
      if (at >= 0) { chart.dispatchAction({ type: 'downplay', seriesIndex: 0, dataIndex: at }); }
      at = index;
      var node = data.nodes[at];
      chart.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex: at });
      chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at });
      said.textContent = node.label + ', ' + node.detail + '.' + (node.url ? ' Enter opens it.' : '');
    }

    // Right and left go along the arrows, down and up through the column.
    function neighbour(key) {
      var node = data.nodes[at];
      var index = function (id) { return data.nodes.findIndex(function (n) { return n.id === id; }); };
      if (key === 'ArrowRight' || key === 'ArrowLeft') {
        var edge = data.edges.find(function (e) { return key === 'ArrowRight' ? e.from === node.id : e.to === node.id; });
        return edge ? index(key === 'ArrowRight' ? edge.to : edge.from) : at;
      }
      var same = data.nodes.filter(function (n) { return n.x === node.x; }).sort(function (a, b) { return a.y - b.y; });
      var next = same[same.indexOf(node) + (key === 'ArrowDown' ? 1 : -1)];
      return next ? index(next.id) : at;
    }

    canvas.addEventListener('keydown', function (event) {
      if (/^Arrow/.test(event.key)) { event.preventDefault(); go(at < 0 ? 0 : neighbour(event.key)); }
      if (event.key === 'Enter' && at >= 0 && data.nodes[at].url) { location.href = data.nodes[at].url; }
      if (event.key === '+' || event.key === '-') { scale(event.key === '+' ? 1.25 : 0.8); }
      if (event.key === 'Escape' && at >= 0) { chart.dispatchAction({ type: 'hideTip' }); chart.dispatchAction({ type: 'downplay', seriesIndex: 0 }); at = -1; said.textContent = ''; }
    });
    canvas.addEventListener('focus', function () { if (at < 0 && data.nodes.length > 0 && canvas.matches(':focus-visible')) { go(0); } });
    chart.on('click', function (p) { if (p.dataType === 'node' && p.data.url) { location.href = p.data.url; } });

    function scale(by) { zoom = Math.min(6, Math.max(0.3, zoom * by)); chart.setOption({ series: [{ zoom: zoom }] }); }
    figure.querySelectorAll('[data-zoom]').forEach(function (button) {
      button.addEventListener('click', function () {
        if (button.dataset.zoom === 'fit') { zoom = 1; draw(); } else { scale(button.dataset.zoom === 'in' ? 1.25 : 0.8); }
      });
    });
    charts.push(draw);
    addEventListener('resize', function () { chart.resize(); draw(); });
    draw();
    canvas.dataset.drawn = String(data.nodes.length);
  });

  // Costs: a bar to the expected amount, and a thin line from low to high.
  document.querySelectorAll('[data-costs]').forEach(function (canvas) {
    var rows = JSON.parse(document.getElementById(canvas.id + '-data').textContent);
    canvas.style.height = 60 + (rows.length * 30) + 'px';
    var chart = window.echarts.init(canvas, null, { renderer: 'svg' });
    function draw() {
      var ink = colour('ink');
      chart.setOption({
        animation: false,
        textStyle: { color: ink },
        aria: { enabled: false },
        grid: { left: 8, right: 40, top: 10, bottom: 30, containLabel: true },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: function (p) { var r = rows[p[0].dataIndex]; return r[0] + '<br>$' + r[2] + ' (from $' + r[1] + ' to $' + r[3] + ')'; } },
        xAxis: { type: 'value', axisLabel: { color: ink, formatter: '${value}', hideOverlap: true }, splitLine: { lineStyle: { color: colour('line') } } },
        yAxis: { type: 'category', inverse: true, data: rows.map(function (r) { return r[0]; }), axisLabel: { color: ink } },
        series: [
          { type: 'bar', barMaxWidth: 16, itemStyle: { color: colour('group-0') }, data: rows.map(function (r) { return r[2]; }) },
          { type: 'custom', z: 5, data: rows.map(function (r, i) { return [r[1], r[3], i]; }), encode: { x: [0, 1], y: 2 },
            renderItem: function (params, api) {
              var low = api.coord([api.value(0), api.value(2)]), high = api.coord([api.value(1), api.value(2)]);
              return { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke: ink, lineWidth: 2 } };
            } }
        ]
      }, true);
    }
    charts.push(draw);
    addEventListener('resize', function () { chart.resize(); });
    draw();
  });
})();
