// groups of a page, and its items
var groups = new vis.DataSet([{id: 1, content: 'Moscow'}, {id: 2, content: 'The <b>Talks</b>', nestedGroups: [1]}]);
var items = new vis.DataSet([
  {id: 'A', content: '<b>One</b>', start: new Date(2014, 3, 20), group: 1},
  {id: 2, content: 'Two &amp; a half', start: '2014-04-20 12:30', end: "2014-04-22", title: 'A tip', subgroup: 'x'},
  {id: 3, content: 'Milliseconds', start: 1397952000000, type: 'point'},
  {id: 4, content: 'Of old Ajax', start: '/Date(1224043200000)/'},
  {id: 5, content: 'Before our era', start: '-000050-03-15', group: 2},
  {id: 6, content: 'A period', start: '2014-01-01', end: '2014-12-31', type: 'background'},
]);
makeTimeline(container, items, groups, {editable: true});
