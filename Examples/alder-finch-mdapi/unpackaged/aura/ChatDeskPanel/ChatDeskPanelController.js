({
    askBasket: function (component) {
        component.find('toolkit').sendCustomEvent({
            recordId: component.get('v.recordId'), type: 'askBasket', data: ''
        });
    },
    onBasket: function (component, event) {
        component.set('v.basket', event.getParam('data'));
    },
    onNewMessage: function (component, event) {
        component.set('v.last', event.getParam('content'));
    }
})
