using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>The fields of <c>PartnerQuestionnaire</c>.</summary>
sealed class PartnerQuestionnaireFields : EntityFields<PartnerQuestionnaire>
{
    public PartnerQuestionnaireFields()
    {
        OrderByDescending(questionnaire => questionnaire.AnsweredAt);
    }
}
