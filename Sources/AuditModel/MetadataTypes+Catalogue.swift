// The names of the Metadata API's types, folders and suffixes, as Salesforce's own tools know them at API
// version 66. A type is added here and nowhere else.
// SeeAlso: Metadata API Developer Guide, "Metadata Types"; forcedotcom/source-deploy-retrieve,
// `src/registry/metadataRegistry.json` (August 2026).

extension MetadataTypes {
  /// Types whose folder is the suffix with an `s` and whose suffix is the type's name in camel case.
  static let regular: StaticString = """
    AccountPlanObjMeasCalcDef AccountRelationshipShareRule AccountingFieldMapping AccountingModelConfig
    ActionLinkGroupTemplate ActionableListDefinition ActivationPlatform ActnblListKeyPrfmIndDef
    AffinityScoreDefinition AiAgentScorerDefinition AiEvaluationDefinition AiResponseFormat AiSurface
    AiTestingDefinition AnimationRule AppMenu AssistantContextItem AssistantDefinition
    AssistantRecommendationType AssistantSkillQuickAction AssistantSkillSobjectAction AssistantVersion
    BatchCalcJobDefinition BatchProcessJobDefinition BenefitAction BlacklistedConsumer BotBlock BotTemplate
    BrandingSet BriefcaseDefinition BusinessProcessFeedbackConfiguration BusinessProcessGroup CallCenter
    CallCenterRoutingMap CallCoachingMediaProvider CallCtrAgentFavTrfrDest CampaignInfluenceModel
    CareLimitType CareProviderAfflRoleConfig CareProviderSearchConfig CareRequestConfiguration
    CareSystemFieldMapping CatalogedApi CatalogedApiArtifactVersionInfo CatalogedApiVersion ChannelLayout
    ClauseCatgConfiguration CleanDataService CnfgItemAttrDef CnfgItemAttrPcklstValDef
    CnfgItemAttrPicklistDef CnfgItemAttrSetAttr CnfgItemAttrSetDef CnfgItemSourceDefinition
    CnfgItemTypeAttrRelDef CnfgItemTypeDef CnfgItemTypeIdentFieldMap CnfgItemTypeIdentRule
    CnfgItemTypeRelationDef CnfgMgmtRelationTypeDef CommunityTemplateDefinition CommunityThemeDefinition
    ComputeExtension ConnectedApp ContextDefinition ContextUseCaseMapping ContractType
    ConversationMessageDefinition CorsWhitelistOrigin CspTrustedSite CustomApplicationComponent
    CustomExperience CustomHelpMenuSection CustomPermission DataCalcInsightTemplate DataConnectorIngestApi
    DataKitObjectTemplate DataMapperDefinition DataObjectBuildOrgTemplate DataObjectSearchIndexConf
    DataPackageKitDefinition DataSourceBundleDefinition DataSourceObject DataSourceTenant
    DataSrcDataModelFieldMap DataStreamDefinition DataStreamTemplate DecisionTable DecisionTableDatasetLink
    DelegateGroup DgtAssetMgmtProvider DgtAssetMgmtPrvdLghtCpnt DigitalExperienceConfig DisclosureDefinition
    DisclosureDefinitionVersion DisclosureType DocumentCategoryDocumentType DocumentGenerationSetting
    DocumentType DuplicateRule DynamicTrigger DynamicUiCardDefinition ESignatureConfig
    ESignatureEnvelopeConfig EmployeeDataSyncProfile EnablementMeasureDefinition EnablementProgramDefinition
    EntitlementTemplate EventType ExtDataTranObjectTemplate ExternalAIModel ExternalAuthIdentityProvider
    ExternalCredential ExternalDataConnector ExternalDataTranObject ExternalDocStorageConfig
    ExternalServiceRegistration FieldMappingConfig FieldServiceMobileConfig FieldServiceMobileExtension
    FieldSrcTrgtRelationship FlexcardDefinition Flow FlowDefinition ForecastingFilter
    ForecastingFilterCondition ForecastingGroup ForecastingSourceDefinition ForecastingType
    ForecastingTypeSource Form FuelType FuelTypeSustnUom FundraisingConfig GatewayProviderPaymentMethodType
    GenAiPlanner GenAiPlugin GenAiPromptTemplate GiftEntryGridTemplate GlobalPicklist GlobalValueSet
    GlobalValueSetTranslation Group HomePageComponent HomePageLayout HouseholdNamingConfig Icon
    IdpConfiguration InboundNetworkConnection InsightType InstalledPackage IntegrationProcdDefinition
    InternalDataConnector InternalOrganization Layout LearningAchievementConfig LearningItemType
    LicenseDefinition LifeSciConfigRecord LightningBolt LightningExperienceTheme LightningOnboardingConfig
    LightningOutApp LiveChatAgentConfig LiveChatButton LiveChatDeployment LocationUse LoyaltyProgramSetup
    ManagedContentType ManagedEventSubscription MarketSegmentDefinition McpServerDefinition
    MeetingPlaybookDefinition MessagingChannel MilestoneType MktCalcInsightObjectDef MktDataConnection
    MktDataConnectionSrcParam MktDataTranObject MlDomain MobSecurityCertPinConfig MobileSecurityAssignment
    MobileSecurityPolicySet MyDomainDiscoverableLogin NamedCredential NavigationMenu Network
    ObjIntegProviderDefMapping ObjectSourceTargetMap OcrSampleDocument OcrTemplate OmniSupervisorConfig
    OmniscriptDefinition OnboardingDataObjectGroup OutboundNetworkConnection ParticipantRole
    PartyProfileDataObjectValidityDefinition PathAssistant PaymentGatewayProvider
    PermissionSetLicenseDefinition PersonAccountOwnerPowerUser PipelineInspMetricConfig PlatformEventChannel
    PlatformEventChannelMember PolicyRuleDefinition PolicyRuleDefinitionSet Portal PostTemplate
    PresenceDeclineReason PresenceUserConfig ProcedurePlanDefinition ProductAttrDisplayConfig
    ProductAttributeSet ProductSpecificationRecType ProductSpecificationType
    ProductSpecificationTypeDefinition Profile ProfileSessionSetting Prompt Queue QueueRoutingConfig
    QuickAction RecAlrtDataSrcExpSetDef RecordAlertDataSource RecordAlertTemplate RedirectWhitelistUrl
    RegisteredExternalService RelationshipGraphDefinition ReportType Role SearchCustomization
    ServiceAISetupField ServiceChannel SharingSet Skill StageAssignment StageDefinition StandardValueSet
    StandardValueSetTranslation StreamingAppDataConnector SustainabilityUom SustnUomConversion
    Territory2Model Territory2Type TimeSheetTemplate TimelineObjectDefinition TransactionProcessingType
    UiFormatSpecificationSet UiPreviewMessageTabDef UserAuthCertificate UserProfileSearchScope
    UserProvisioningConfig VisualizationPlugin WebStoreBundle WebStoreTemplate WorkSkillRouting Workflow
    WorkflowFlowAutomation
    """

  /// Types whose folder and suffix both are the type's name in camel case.
  static let sameInCamelCase: StaticString = """
    AssignmentRules Audience AutoResponseRules CareBenefitVerifySettings DecisionMatrixDefinition
    DocumentCategory EntityImplements EscalationRules ExpressionSetDefinition ExpressionSetMessageToken
    ExpressionSetObjectAlias IframeWhiteListUrlSettings LiveChatSensitiveDataRule ManagedTopics
    MarketingResourceType MktDatalakeSrcKeyQualifier PortalDelegablePermissionSet PricingActionParameters
    PricingRecipe RelatedRecordAssocCriteria RuleLibraryDefinition Settings SharingRules TopicsForObjects
    UserCriteria
    """

  /// Types whose folder and suffix both are the type's name.
  static let sameAsName: StaticString = """
    ChoiceList ConvIntelligenceSignalRule EmbeddedServiceBranding EmbeddedServiceConfig
    EmbeddedServiceFieldService EmbeddedServiceFlowConfig EmbeddedServiceLiveAgent
    EmbeddedServiceMenuSettings PublicKeyCertificate PublicKeyCertificateSet
    """

  /// The others, one a line: type, folder, suffix where it isn't the type's name in camel case (`-` for
  /// none), and traits.
  static let irregular: StaticString = """
    AIApplication aiApplications ai
    AIApplicationConfig aiApplicationConfigs aiapplicationconfig
    AIAssistantTemplate aiAssistantTemplates aiAssistantTemplate
    AIScoringModelDefinition aiScoringModelDefinitions aiScoringModelDefinition
    AIUsecaseDefinition aiUsecaseDefinitions aiUsecaseDefinitions
    AccessControlPolicy accessControlPolicies policy +content
    AccountForecastSettings AccountForecastSettings accountForecastSetting
    AcctMgrTargetSettings acctMgrTargetSettings acctMgrTargetSetting
    ActionLauncherItemDef ActionLauncherItemDef
    ActionPlanTemplate actionPlanTemplates apt
    ActionableEventOrchDef ActionableEventOrchDefSettings settings
    ActionableEventTypeDef ActionableEventTypeDefSettings settings
    AdvAccountForecastSet AdvAccountForecastSet
    AdvAcctForecastDimSource AdvAcctForecastDimSource
    AdvAcctForecastPeriodGroup AdvAcctForecastPeriodGroup
    AiAgentDefinition aiAgents
    AiAgentDefinitionVersion aiAgentDefinitionVersions - +bundle
    AiAuthoringBundle aiAuthoringBundles - +bundle
    AnalyticSnapshot analyticSnapshots snapshot
    AnalyticsDashboard analyticsDashboards uadash
    AnalyticsVisualization analyticsVisualizations uaviz
    AnalyticsWorkspace analyticsWorkspaces uawork
    ApexClass classes cls +content
    ApexComponent components component +content
    ApexEmailNotifications apexEmailNotifications notifications
    ApexPage pages page +content
    ApexTestSuite testSuites testSuite
    ApexTrigger triggers trigger +content
    ApiNamedQuery apiNamedQueries
    AppFrameworkTemplateBundle appTemplates - +bundle
    ApplicationRecordTypeConfig ApplicationRecordTypeConfig
    ApplicationSubtypeDefinition ApplicationSubtypeDefinitions
    AppointmentAssignmentPolicy appointmentAssignmentPolicies policy
    AppointmentSchedulingPolicy appointmentSchedulingPolicies policy
    ApprovalProcess approvalProcesses
    AssessmentConfiguration AssessmentConfigurations
    AssessmentQuestion AssessmentQuestions aq
    AssessmentQuestionSet AssessmentQuestionSets aqs
    AuraDefinitionBundle aura - +bundle
    AuthProvider authproviders authprovider
    BldgEnrgyIntensityCnfg buildingEnergyIntensityConfigs buildingEnergyIntensityConfig
    Bot bots +decomposed
    BusinessProcessTypeDefinition BusinessProcessTypeDefinitions
    CMSConnectSource cmsConnectSource cmsConnectSource
    CanvasMetadata Canvases Canvas
    CaseSubjectParticle CaseSubjectParticles CaseSubjectParticle
    Certificate certs crt +content
    ChannelObjectLinkingRule ChannelObjectLinkingRules ChannelObjectLinkingRule
    ChatterExtension ChatterExtensions ChatterExtension
    CommandAction commandActions commandaction
    Community communities
    ContentAsset contentassets asset +content
    ContentTypeBundle contentTypes - +bundle
    ConversationChannelDefinition conversationChannelDefinitions ConversationChannelDefinition
    ConversationVendorFieldDef ConversationVendorFieldDefinitions ConversationVendorFieldDefinition
    ConversationVendorInfo ConversationVendorInformation ConversationVendorInformation
    CustomApplication applications app
    CustomDataType datatypes datatype
    CustomFeedFilter feedFilters feedFilter
    CustomIndex customindex indx
    CustomLabels labels labels
    CustomMetadata customMetadata md
    CustomNotificationType notificationtypes notiftype
    CustomObject objects object +decomposed
    CustomObjectTranslation objectTranslations objectTranslation +decomposed
    CustomPageWebLink weblinks weblink
    CustomSite sites site
    CustomTab tabs tab
    Dashboard dashboards +folders
    DashboardFolder dashboards
    DataCategoryGroup datacategorygroups datacategorygroup
    DataConnector dataconnectors dataconnector
    DataConnectorS3 s3DataConnectors s3DataConnector
    DataKitObjectDependency dataKitObjectDependencies
    DataPackageKitObject DataPackageKitObjects DataPackageKitObject
    DataPipeline dataPipelines +content
    DataSource mktDataSources
    DataWeaveResource dw dwl +content
    DecisionMatrixDefinitionVersion decisionMatrixVersion decisionMatrixVersion
    DigitalExperienceBundle digitalExperiences digitalExperience +bundle
    DiscoveryAIModel discovery model +content
    DiscoveryGoal discovery goal
    DiscoveryStory discovery story +content
    Document documents +folders +content
    DocumentFolder documents
    DocumentTemplate documentTemplates dt +content
    EclairGeoData eclair geodata +content
    EmailFolder email
    EmailServicesFunction emailservices xml
    EmailTemplate email email +folders +content
    EnblProgramTaskSubCategory enblProgramTaskSubCategories
    EntitlementProcess entitlementProcesses
    EventDelivery eventDeliveries delivery
    EventRelayConfig eventRelays eventRelay
    EventSubscription eventSubscriptions subscription
    ExperienceBundle experiences - +bundle
    ExperiencePropertyTypeBundle experiencePropertyTypeBundles - +bundle
    ExplainabilityActionDefinition ExplainabilityActionDefinitions
    ExplainabilityActionVersion ExplainabilityActionVersions
    ExplainabilityMsgTemplate ExplainabilityMsgTemplates
    ExpressionSetDefinitionVersion expressionSetVersion expressionSetVersion
    ExternalClientApplication externalClientApps eca
    ExternalDataSource dataSources dataSource
    ExternalStoragePrvdConfig ExternalStoragePrvdConfig ExternalStoragePrvdConfigSet
    ExtlClntAppCanvasSettings extlClntAppCanvasSettings ecaCanvas
    ExtlClntAppConfigurablePolicies extlClntAppPolicies ecaPlcy
    ExtlClntAppGlobalOauthSettings extlClntAppGlobalOauthSets ecaGlblOauth
    ExtlClntAppMobileConfigurablePolicies extlClntAppMobilePolicies ecaMobilePlcy
    ExtlClntAppMobileSettings extlClntAppMobileSettings ecaMobile
    ExtlClntAppNotificationSettings extlClntAppNotifSettings ecaNotifications
    ExtlClntAppOauthConfigurablePolicies extlClntAppOauthPolicies ecaOauthPlcy
    ExtlClntAppOauthSecuritySettings extlClntAppOauthSecuritySettings ecaOauthSecurity
    ExtlClntAppOauthSettings extlClntAppOauthSettings ecaOauth
    ExtlClntAppPushConfigurablePolicies extlClntAppPushPolicies ecaPushPlcy
    ExtlClntAppPushSettings extlClntAppPushSettings ecaPush
    ExtlClntAppSamlConfigurablePolicies extlClntAppSamlConfigurablePolicies ecaSamlPlcy
    ExtlClntAppSampleConfigurablePolicies extlClntAppSamplePolicies ecaSmplPlcy
    ExtlClntAppSampleSettings extlClntAppSampleSettings ecaSmpl
    FeatureParameterBoolean featureParameters
    FeatureParameterDate featureParameters
    FeatureParameterInteger featureParameters
    FieldRestrictionRule fieldRestrictionRules rule
    FlexiPage flexipages flexipage
    FlowCategory flowCategories
    FlowTest flowtests flowtest
    FlowValueMap flowValueMaps flowvaluemap
    FunctionReference functions function
    GenAiFunction genAiFunctions - +bundle
    GenAiPlannerBundle genAiPlannerBundles - +bundle
    GenAiPromptTemplateActv genAiPromptTemplateActivations genAiPromptTemplateActivation
    IPAddressRange IPAddressRanges IPAddressRange
    IdentityVerificationProcDef IdentityVerificationProcDefs IdentityVerificationProcDef
    InboundCertificate inboundCertificates +content
    IndustriesManufacturingSettings IndustriesManufacturingSettings settings
    IntegArtifactDef integArtifactDefs - +bundle
    IntegrationHubSettings integrationHub settings
    IntegrationHubSettingsType integrationHub type
    IntegrationProviderDef integrationProviderDefinitions integrationProviderDefinition
    InvocableActionExtension invocableactionextensions invocableactionextension
    KeywordList moderation keywords
    LeadConvertSettings LeadConvertSettings LeadConvertSetting
    Letterhead letterhead letter
    LifeSciConfigCategory lifeSciConfigCategories
    LightningComponentBundle lwc - +bundle
    LightningMessageChannel messageChannels messageChannel
    LightningTypeBundle lightningTypes - +bundle
    MLDataDefinition mlDataDefinitions mlDataDefinition
    MLPredictionDefinition mlPredictions mlPrediction
    MLRecommendationDefinition mlRecommendations mlRecommendation
    MarketingAppExtension marketingappextensions marketingappextension
    MatchingRules matchingRules matchingRule
    MfgProgramTemplate MfgProgramTemplate
    MobileApplicationDetail MobileApplicationDetails MobileApplicationDetail
    MobileSecurityPolicy mobileSecurityPolicies
    ModerationRule moderation rule
    MutingPermissionSet mutingpermissionsets mutingpermissionset
    NetworkBranding networkBranding +content
    NotificationTypeConfig notificationTypeConfig config
    OauthCustomScope oauthcustomscopes oauthcustomscope
    OauthTokenExchangeHandler oauthtokenexchangehandlers oauthtokenexchangehandler
    ObjectHierarchyRelationship ObjectHierarchyRelationship settings
    OmniDataTransform omniDataTransforms rpt
    OmniExtTrackingDef OmniExtTrackingDefs OmniExtTrackingDef
    OmniIntegrationProcedure omniIntegrationProcedures oip
    OmniInteractionAccessConfig OmniInteractionAccessConfig
    OmniInteractionConfig OmniInteractionConfig
    OmniScript omniScripts os
    OmniTrackingGroup OmniTrackingGroups OmniTrackingGroup
    OmniUiCard omniUiCard ouc
    Orchestration iot +content
    OrchestrationContext iot
    PermissionSet permissionsets permissionset
    PermissionSetGroup permissionsetgroups permissionsetgroup
    PlatformCachePartition cachePartitions cachePartition
    PlatformEventSubscriberConfig PlatformEventSubscriberConfigs
    ProcessFlowMigration processflowmigrations processflowmigration
    ProfilePasswordPolicy profilePasswordPolicies
    RecommendationStrategy recommendationStrategies
    RecordActionDeployment recordActionDeployments deployment
    RecordAggregationDefinition RecordAggregationDefinitions RecordAggregationDefinition
    RecordAlertCategory recordAlertCategories
    ReferencedDashboard wave refdash
    RemoteSiteSetting remoteSiteSettings remoteSite
    Report reports +folders
    ReportFolder reports
    RestrictionRule restrictionRules rule
    RetrievalSummaryDefinition RetrievalSummaryDefinitions RetrievalSummaryDefinition
    SalesAgreementSettings salesAgreementSettings salesAgreementSetting
    SamlSsoConfig samlssoconfigs samlssoconfig
    SchedulingObjective SchedulingObjectives SchedulingObjective
    SchedulingRule SchedulingRules
    Scontrol scontrols scf +content
    ScoreCategory scoreCategories
    SearchCriteriaConfiguration SearchCriteriaConfigurationSettings SearchCriteriaConfigurationSetting
    SearchOrgWideObjectConfig searchOrgWideConfiguration
    SearchableObjDataSyncInfo SearchableObjDataSyncInfoSettings SearchableObjDataSyncInfoSetting
    ServiceAISetupDefinition serviceAISetupDescriptions serviceAISetupDescription
    ServicePresenceStatus servicePresenceStatuses
    ServiceProcess serviceprocess serviceprocess
    SiteDotCom siteDotComSites site +content
    SkillType skilltypes skilltype
    SlackApp slackapps slackapp +content
    StaticResource staticresources resource +content
    StnryAssetEnvSrcCnfg stationaryAssetEnvSourceConfigs stationaryAssetEnvSourceConfig
    SvcCatalogCategory svcCatalogCategories category
    SvcCatalogFilterCondition svcCatalogFilterConditions catalogFilterCondition
    SvcCatalogFilterCriteria svcCatalogFilterCriterias catalogFilterCriteria
    SvcCatalogFulfillmentFlow svcCatalogFulfillmentFlows fulfillmentFlow
    SvcCatalogItemDef svcCatalogItems catalogItem
    SvcCatalogItemDefFiltrCrit svcCatalogItemDefFiltrCrits catalogItemDefFiltrCrit
    SynonymDictionary synonymDictionaries
    TelemetryActionDefStep TelemetryActionDefSteps TelemetryActionDefStep
    TelemetryActionDefinition TelemetryActionDefinitions TelemetryActionDefinition
    TelemetryActnDefStepAttr TelemetryActnDefStepAttrs TelemetryActnDefStepAttr
    TelemetryDefinition TelemetryDefinitions TelemetryDefinition
    TelemetryDefinitionVersion TelemetryDefinitionVersions TelemetryDefinitionVersion
    Territory territories
    Territory2 territories
    Territory2Rule rules
    TransactionSecurityPolicy transactionSecurityPolicies
    Translations translations translation
    UIBundle uiBundles uibundle +bundle
    UIObjectRelationConfig uiObjectRelationConfigs uiObjectRelationConfig
    UiPlugin uiplugins uiplugin +content
    UiViewDefinition uiviews uiview +content
    UiWidgetBundle uiWidgets - +bundle
    UserAccessPolicy useraccesspolicies useraccesspolicy
    VehicleAssetEmssnSrcCnfg vehicleAssetEmssnSourceConfigs vehicleAssetEmssnSourceConfig
    ViewDefinition viewdefinitions view +content
    VirtualVisitConfig VirtualVisitConfigs
    WaveAnalyticAssetCollection wave collection
    WaveApplication wave wapp
    WaveComponent wave wcomp +content
    WaveDashboard wave wdash +content
    WaveDataflow wave wdf +content
    WaveDataset wave wds
    WaveLens wave wlens +content
    WaveRecipe wave wdpr +content
    WaveTemplateBundle waveTemplates - +bundle
    WaveXmd wave xmd
    XOrgHub xorghubs xorghub
    """
}
