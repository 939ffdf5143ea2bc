window._snapinsSnippetSettingsFile = (function() {
  embedded_svc.snippetSettingsFile.extraPrechatFormDetails = [
    { "label": "Page", "value": window.location.pathname, "displayToAgent": true },
    { "label": "Basket", "transcriptFields": ["Order_Number__c"], "displayToAgent": true }
  ];
  embedded_svc.snippetSettingsFile.extraPrechatInfo = [
    {
      "entityName": "Contact",
      "showOnCreate": true,
      "saveToTranscript": "ContactId",
      "entityFieldMaps": [
        { "doCreate": true, "doFind": true, "fieldName": "Email", "isExactMatch": true, "label": "Email" }
      ]
    }
  ];
  embedded_svc.snippetSettingsFile.directToButtonRouting = function(prechatFormData) {
    return "5739A0000008OrD";
  };
})();
